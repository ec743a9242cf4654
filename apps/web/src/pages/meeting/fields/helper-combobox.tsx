import { useState } from 'react';
import { isClosedOn } from '#registry/contract/closed-on';
import { useRead } from '../../../api/reads.js';
import { useSession } from '../../../session/session.js';
import { useCandidates } from '../../../parts/person-picker/candidates.js';
import { Combobox, type ComboboxProps } from '../../../parts/person-picker/combobox.js';
import { matching, type Candidate } from '../../../parts/person-picker/match.js';
import { usePersonBeside } from '../../../parts/person-picker/person-combobox.js';
import { useTranslation } from 'react-i18next';

/** A helper: a person, or a service without a named person. */
export type Helper =
  { readonly person: Candidate } | { readonly service: { readonly serviceId: string; readonly name: string } };

interface HelperComboboxProps extends Omit<ComboboxProps, 'choices' | 'onType' | 'onClear' | 'name'> {
  readonly unitId: string;
  readonly onPick: (helper: Helper) => void;
  /** The responsible person, who cannot be a helper. */
  readonly except?: string | undefined;
  /** The meeting's day. */
  readonly on?: string | undefined;
  /** People listed first. */
  readonly nearest?: readonly Candidate[];
}

/** Most services of a municipality: they are filtered in the page. */
const ALL_SERVICES = { query: { size: 200 } } as const;

/** A person or a service, found by two letters; services matching by name come first. */
export function HelperCombobox({ unitId, onPick, except, nearest, on, ...field }: HelperComboboxProps) {
  const { t } = useTranslation('meeting');
  const { who } = useSession();
  const [typed, setTyped] = useState('');
  const beside = usePersonBeside();
  const services = useRead('/api/services', ALL_SERVICES, { staleTime: Infinity });
  const open = (services.data?.items ?? []).filter(({ closures }) => !isClosedOn(closures, on ?? who.today));
  const people = useCandidates(unitId, typed, { except, nearest, on });
  const choices = [
    ...matching(open, typed).map((service) => ({
      key: service.serviceId,
      name: service.name,
      beside: t('more.wholeService'),
      pick: () => onPick({ service }),
    })),
    ...people.map((person) => ({
      key: person.personId,
      name: person.name,
      beside: beside(person),
      pick: () => onPick({ person }),
    })),
  ];
  return <Combobox {...field} name="" choices={choices} onType={setTyped} />;
}
