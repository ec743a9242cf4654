import { Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../parts/form-dialog/form-dialog.js';
import { InMonth, NextRound } from './preview-words.js';
import type { LadderPreview } from './ask-preview.js';

interface SaveDialogProps {
  readonly preview: LadderPreview;
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
}

/** A last look at whom the next mail tells, before the steps are saved. */
export function SaveDialog({ preview, onSave, onClose }: SaveDialogProps) {
  const { t } = useTranslation('ladder');
  return (
    <FormDialog title={t('saveDialog.title')} submit={t('saveDialog.do')} onSubmit={onSave} onClose={onClose}>
      <NextRound preview={preview} />
      <InMonth preview={preview} />
      <Paragraph>{t('saveDialog.back')}</Paragraph>
    </FormDialog>
  );
}
