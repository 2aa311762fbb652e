import { Button } from '@mantine/core';
import { useState } from 'react';
import styles from './exchange.module.css';

interface ExportForPurposeProps {
  readonly purposeLabel: string;
  readonly exportLabel: string;
  readonly hint: string;
  readonly address: (purpose: string) => string;
}

const SHORTEST = 3;

/** Personal data leaves for a stated purpose alone; without one the button says what is missing. */
export function ExportForPurpose({ purposeLabel, exportLabel, hint, address }: ExportForPurposeProps) {
  const [purpose, setPurpose] = useState('');
  const ready = purpose.trim().length >= SHORTEST;
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) location.assign(address(purpose.trim()));
      }}
    >
      <label className={styles.inline}>
        {purposeLabel}
        <input
          className={styles.input}
          value={purpose}
          maxLength={500}
          onChange={(event) => setPurpose(event.target.value)}
        />
      </label>
      <Button type="submit" variant="outline" disabled={!ready} aria-describedby="export-hint">
        {exportLabel}
      </Button>
      <span id="export-hint" className={styles.second}>
        {hint}
      </span>
    </form>
  );
}
