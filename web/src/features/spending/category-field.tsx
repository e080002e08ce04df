import { useState } from 'react';
import { api, bodyOf, queryClient, withKey } from '../../api/client.ts';
import { newKey } from '../../api/draft.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { faultAt, tellFault } from '../../ui/parts.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { useCategories } from '../wallets/queries.ts';

const NEW = 'new';

interface CategoryFieldProps {
  type: 'expense' | 'income';
  value: string;
  onChange: (id: string) => void;
  error?: string | undefined;
}

/** Chooses a category, or makes one without leaving the form. */
export function CategoryField({ type, value, onChange, error }: CategoryFieldProps) {
  const categories = useCategories().filter((category) => category.type === type);
  const [making, setMaking] = useState(false);
  if (making) return <MakeCategory type={type} onMade={onChange} onClose={() => setMaking(false)} />;
  return (
    <SelectField
      label={t('Category')}
      value={value}
      onChange={(next) => (next === NEW ? setMaking(true) : onChange(next))}
      error={error}
      options={[
        { value: '', label: t('Choose') },
        ...categories.map(({ id, name, parentId }) => ({ value: id, label: parentId === null ? name : `– ${name}` })),
        { value: NEW, label: t('A new one …') },
      ]}
    />
  );
}

interface MakeCategoryProps {
  type: 'expense' | 'income';
  onMade: (id: string) => void;
  onClose: () => void;
}

function MakeCategory({ type, onMade, onClose }: MakeCategoryProps) {
  const [key] = useState(newKey);
  const [name, setName] = useState('');
  const { busy, error, run } = useSubmit(async () => {
    const reply = await api.POST('/v1/categories', { params: withKey(key), body: { name: name.trim(), type } });
    await queryClient.invalidateQueries({ queryKey: ['get', '/v1/categories'] });
    onMade(bodyOf(reply).id);
    onClose();
  });
  return (
    <div className="stack tight">
      <TextField
        label={t('New category')}
        value={name}
        onChange={setName}
        error={error === undefined ? undefined : (faultAt(error, 'name') ?? tellFault(error))}
        maxLength={60}
        autoComplete="off"
        autoFocus
      />
      <div className="form-actions">
        <Button small busy={busy} onPress={() => void run()}>
          {t('Make it')}
        </Button>
        <Button small kind="quiet" onPress={onClose}>
          {t('Cancel')}
        </Button>
      </div>
    </div>
  );
}
