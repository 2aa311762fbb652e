import type { DocumentNumbering, NumberingTold } from '@benvung/contract/document-numbering';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './document.module.css';
import { type NumberingOf, numberingQuery } from './numbering.api.ts';
import { numberingWords } from './numbering.words.ts';
import { HEAD_SIGNS, SignerFields } from './signer-fields.tsx';

interface NumberAndSignerProps extends NumberingOf {
  /** Null while the register is read: the act waits for it. */
  readonly onChange: (told: NumberingTold | null) => void;
  /** How many papers take numbers in a row; one unless told. */
  readonly count?: number | undefined;
  /** The act was pressed: what is missing is said. */
  readonly tried: boolean;
  /** Only the number is asked. */
  readonly numberOnly?: boolean | undefined;
}

/** The number of an act's paper, the next of its register unless the paper register gave another, and who signs it. */
export function NumberAndSigner({ unit, kind, day, ...rest }: NumberAndSignerProps) {
  const t = useWords(numberingWords);
  const numbering = useQuery(numberingQuery({ unit, kind, day }));
  const tell = useRef(rest.onChange);
  tell.current = rest.onChange;
  const read = numbering.data !== undefined;
  useEffect(() => {
    if (!read) tell.current(null);
  }, [read]);
  return (
    <>
      <Answer query={numbering} rows={2}>
        {(data) => <Fields key={`${unit} ${kind} ${data.year}`} numbering={data} {...rest} />}
      </Answer>
      {numbering.isLoading ? <p className={styles.second}>{t('reading')}</p> : null}
    </>
  );
}

interface FieldsProps extends Pick<NumberAndSignerProps, 'onChange' | 'count' | 'tried' | 'numberOnly'> {
  readonly numbering: DocumentNumbering;
}

function Fields({ numbering, onChange, count = 1, tried, numberOnly = false }: FieldsProps) {
  const t = useWords(numberingWords);
  const [text, setText] = useState(String(numbering.next));
  const [signer, setSigner] = useState(numbering.signatories[0] ?? HEAD_SIGNS);
  const typed = text.trim();
  const number = typed === '' ? null : Number(typed);
  const fits = number === null || (Number.isInteger(number) && number >= 1);
  const named = signer.name.trim() !== '' && signer.position.trim() !== '';
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    tell.current({
      number: fits ? number : null,
      signatory:
        fits && named ? { ...signer, name: signer.name.trim(), position: signer.position.trim() } : null,
    });
  }, [number, fits, named, signer]);
  const from = number ?? numbering.next;
  return (
    <>
      <TextField
        id="document-number"
        label={t(count > 1 ? 'firstNumber' : 'number')}
        value={text}
        maxLength={5}
        inputMode="numeric"
        description={
          <>
            {t('numberNote', {
              symbol: numbering.symbol,
              year: String(numbering.year),
              next: String(numbering.next),
            })}
            {count > 1 && fits
              ? ` ${t('rangeNote', { count: String(count), from: String(from), to: String(from + count - 1) })}`
              : ''}
            <FreeNumbers numbering={numbering} />
          </>
        }
        error={fits ? undefined : t('numberWrong')}
        onChange={setText}
      />
      {numberOnly ? null : (
        <SignerFields
          value={signer}
          onChange={setSigner}
          known={numbering.signatories}
          error={tried && !named ? t('signerMissing') : undefined}
        />
      )}
    </>
  );
}

const SHOWN = 6;

/** The gaps of a register, in words. */
export function FreeNumbers({ numbering }: { readonly numbering: DocumentNumbering }) {
  const t = useWords(numberingWords);
  if (numbering.free.length === 0) return null;
  const ranges = numbering.free
    .slice(0, SHOWN)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`))
    .join(', ');
  const more = numbering.free.length > SHOWN ? ', …' : '';
  return <> {t('free', { ranges: `${ranges}${more}` })}.</>;
}
