import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { read } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSeenPart } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { ChangedMeanwhile } from '../../parts/changed-meanwhile/changed-meanwhile.js';
import { focusFirstFault } from '../../parts/first-fault.js';
import { ProblemShown } from '../../parts/states/states.js';
import { GROUPS, fieldOf, numberIn, valuesOf, withValues, type Field, type Group, type Key } from './groups.js';
import type { Municipality, Value, Values } from './groups.js';
import { RuleEffect } from './rule-effect.js';
import { RuleField } from './rule-field.js';
import { useRuleWords } from './rule-words.js';
import styles from './rules.module.css';

interface RuleFormProps {
  readonly group: Group;
  readonly municipality: Municipality;
}
/** Content of each field: typed text, or a choice. */
type Draft = Readonly<Partial<Record<Key, string | readonly number[]>>>;

/** The settings of one page with what they affect, saved together. */
export function RuleForm({ group, municipality }: RuleFormProps) {
  const { t } = useTranslation('rules');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const inWords = useRuleWords();
  const fields: readonly Field[] = GROUPS[group];
  const part = partOf(fields, municipality);
  const [draft, setDraft] = useState<Draft>(() => draftOf(part));
  const [tried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  // The other settings as they were read with the revision that the change is sent with.
  const latest = useRef(municipality);
  const readNow = async () => {
    latest.current = await read('/api/municipality');
    return { part: partOf(fields, latest.current), revision: latest.current.revision };
  };
  const of = useSeenPart(part, readNow);
  const values = valuesIn(fields, draft);
  const save = useSending<unknown, Values>({
    mutationFn: async (chosen) => {
      const headers = await of.ifAsSeen();
      const { settings, digests } = latest.current;
      const body = withValues(settings, digests, chosen);
      await answered(api.PUT('/api/municipality/settings', { headers, body }));
    },
    onSuccess: async () => {
      await refetchChanged('municipality');
      const now = (await readNow()).part;
      of.saved(now);
      setDraft(draftOf(now));
      setTried(false);
      setSaved(true);
      announce(t('saved'));
    },
  });
  const faultOf = (field: Field): string | undefined => {
    const refused = save.error?.broken.filter(({ at }) => fieldOf(at) === field.key).map(({ detail }) => detail);
    if (refused && refused.length > 0) return refused.join(' ');
    if (!tried || values[field.key] !== undefined) return undefined;
    return field.kind === 'number' ? t('wrongNumber', { from: field.from, until: field.until }) : t('noMonth');
  };
  const isAllAtFields = save.error !== null && save.error.broken.length > 0 && save.error.broken.every(atField);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        focusFirstFault(event.currentTarget);
        if (fields.every(({ key }) => values[key] !== undefined)) save.mutate(values);
      }}
    >
      <ChangedMeanwhile
        of={of}
        fields={fields.map(({ key }) => [t(`fields.${key}.label`), (now: Values) => inWords(key, now[key]!)])}
      />
      {save.error && !of.isChanged && !isAllAtFields && <ProblemShown problem={save.error} />}
      {fields.map((field) => (
        <RuleField
          key={field.key}
          field={field}
          value={draft[field.key]!}
          error={faultOf(field)}
          onChange={(value) => {
            setSaved(false);
            save.reset();
            setDraft({ ...draft, [field.key]: value });
          }}
        />
      ))}
      <RuleEffect group={group} values={{ ...part, ...values }} settings={municipality.settings} />
      <div className={styles.save}>
        <Button type="submit" aria-busy={save.isPending}>
          {t('save')}
        </Button>
        <Paragraph className={styles.quiet}>{isSaved && t('saved')}</Paragraph>
      </div>
    </form>
  );
}

const atField = ({ at }: { readonly at?: string }) => fieldOf(at) !== undefined;

function partOf(fields: readonly Field[], { settings, digests }: Municipality): Values {
  const all = valuesOf(settings, digests);
  return Object.fromEntries(fields.map(({ key }) => [key, all[key]]));
}

const draftOf = (values: Values): Draft =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, draftValue(value)]));
const draftValue = (value: Value) => (typeof value === 'number' ? String(value) : value);

/** The values that can be sent; a field with a fault has none. */
function valuesIn(fields: readonly Field[], draft: Draft): Values {
  const value = (field: Field): Value | undefined => {
    const typed = draft[field.key]!;
    if (typeof typed !== 'string') return typed.length > 0 ? typed : undefined;
    return field.kind === 'number' ? numberIn(typed, field) : Number(typed);
  };
  return Object.fromEntries(
    fields.flatMap((field) => {
      const known = value(field);
      return known === undefined ? [] : [[field.key, known]];
    }),
  );
}
