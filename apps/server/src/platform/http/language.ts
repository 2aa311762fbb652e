import type { Language } from '@benvung/contract/problem-texts';
import type { FastifyRequest } from 'fastify';

/** The language of answers to a person: `?lang=`, else the first of `accept-language` we speak, else Vietnamese. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang;
  if (asked === 'vi' || asked === 'en') return asked;
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = Number(/^q=([\d.]+)$/.exec(parameters.join('').trim())?.[1] ?? 1);
      return { tag: tag.split('-')[0], quality, index };
    })
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
    .find(({ tag, quality }) => quality > 0 && (tag === 'vi' || tag === 'en'));
  return wanted?.tag === 'en' ? 'en' : 'vi';
}
