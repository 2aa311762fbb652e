import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

/** OpenAPI 3.1 from the routes' own schemas, at /api/openapi.json and readable at /api/docs. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Bền Vững',
        version,
        description:
          'Giao diện lập trình của hệ thống giảm nghèo bền vững / API of the poverty reduction system',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'benvung_session' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
