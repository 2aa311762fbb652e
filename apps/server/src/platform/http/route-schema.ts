import { problemDetails } from '@benvung/contract/shared';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { fileResponse, redirectResponse, uploadedFile } from './file-reply.ts';

interface SchemaParts {
  readonly path: string;
  readonly summary: string;
  readonly access: unknown;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response?: z.ZodType;
  readonly status?: number;
}

const bytes = z.any().meta({ type: 'string', format: 'binary' });

const refusal = {
  description: 'Từ chối hoặc lỗi / Refusal or fault (RFC 9457)',
  content: { 'application/problem+json': { schema: problemDetails } },
};

/** What Fastify checks, serialises and describes in the API document. */
export function fastifySchemaOf(route: SchemaParts): FastifySchema {
  const isUpload = (route.body as unknown) === uploadedFile;
  return {
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'platform'],
    ...(route.access === 'public' ? { security: [] } : {}),
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: isUpload ? bytes : route.body }),
    ...(isUpload ? { consumes: ['application/octet-stream'] } : {}),
    response: { ...successOf(route), default: refusal },
  } as FastifySchema;
}

function successOf({ response, status }: SchemaParts): Record<string, unknown> {
  if (response === undefined) return { 204: z.null().describe('Xong / Done') };
  if ((response as unknown) === redirectResponse)
    return { 302: z.null().describe('Chuyển tới địa chỉ khác / Sent to another address') };
  if ((response as unknown) !== fileResponse) return { [status ?? 200]: response };
  const file = { description: 'Tệp / A file', content: { 'application/octet-stream': { schema: bytes } } };
  return { 200: file };
}
