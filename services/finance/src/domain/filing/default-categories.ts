import type { CategoryType } from '../category.ts';

export interface CategorySeed {
  slug: string;
  name: string;
  type: CategoryType;
  icon: string;
}

const LANGUAGES = ['en', 'de', 'id', 'es', 'fr'] as const;

type Names = [en: string, de: string, id: string, es: string, fr: string];

/** The slugs of the ledger's own movements are used by `movementsOf`. */
const SEEDS: [type: CategoryType, slug: string, icon: string, names: Names][] = [
  [
    'expense',
    'food',
    'utensils',
    ['Food & drink', 'Essen & Trinken', 'Makanan & minuman', 'Comida y bebida', 'Restaurants et cafés'],
  ],
  ['expense', 'groceries', 'basket', ['Groceries', 'Lebensmittel', 'Belanja harian', 'Supermercado', 'Courses']],
  ['expense', 'transport', 'bus', ['Transport', 'Verkehr', 'Transportasi', 'Transporte', 'Transports']],
  ['expense', 'housing', 'home', ['Housing', 'Wohnen', 'Tempat tinggal', 'Vivienda', 'Logement']],
  ['expense', 'utilities', 'bolt', ['Utilities', 'Nebenkosten', 'Tagihan rumah', 'Suministros', 'Charges']],
  ['expense', 'health', 'heart', ['Health', 'Gesundheit', 'Kesehatan', 'Salud', 'Santé']],
  ['expense', 'leisure', 'ticket', ['Leisure', 'Freizeit', 'Hiburan', 'Ocio', 'Loisirs']],
  ['expense', 'shopping', 'bag', ['Shopping', 'Einkäufe', 'Belanja', 'Compras', 'Achats']],
  ['expense', 'travel', 'plane', ['Travel', 'Reisen', 'Perjalanan', 'Viajes', 'Voyages']],
  ['expense', 'education', 'book', ['Education', 'Bildung', 'Pendidikan', 'Educación', 'Éducation']],
  [
    'expense',
    'money-sent',
    'arrow-up',
    ['Money sent', 'Gesendetes Geld', 'Uang terkirim', 'Dinero enviado', 'Argent envoyé'],
  ],
  ['expense', 'withdrawal', 'bank', ['Withdrawals', 'Auszahlungen', 'Penarikan', 'Retiradas', 'Retraits']],
  ['expense', 'payment', 'card', ['Payments', 'Zahlungen', 'Pembayaran', 'Pagos', 'Paiements']],
  [
    'expense',
    'other-expense',
    'wallet',
    ['Other expenses', 'Sonstige Ausgaben', 'Pengeluaran lain', 'Otros gastos', 'Autres dépenses'],
  ],
  ['income', 'salary', 'briefcase', ['Salary', 'Gehalt', 'Gaji', 'Salario', 'Salaire']],
  ['income', 'gifts', 'gift', ['Gifts', 'Geschenke', 'Hadiah', 'Regalos', 'Cadeaux']],
  ['income', 'interest', 'percent', ['Interest', 'Zinsen', 'Bunga', 'Intereses', 'Intérêts']],
  [
    'income',
    'money-received',
    'arrow-down',
    ['Money received', 'Erhaltenes Geld', 'Uang diterima', 'Dinero recibido', 'Argent reçu'],
  ],
  ['income', 'deposit', 'bank', ['Deposits', 'Einzahlungen', 'Setoran', 'Ingresos en cuenta', 'Dépôts']],
  ['income', 'refund', 'undo', ['Refunds', 'Erstattungen', 'Pengembalian dana', 'Reembolsos', 'Remboursements']],
  [
    'income',
    'other-income',
    'wallet',
    ['Other income', 'Sonstige Einnahmen', 'Pemasukan lain', 'Otros ingresos', 'Autres revenus'],
  ],
  ['debt', 'loan', 'handshake', ['Loans', 'Darlehen', 'Pinjaman', 'Préstamos', 'Emprunts']],
];

/** What every person starts with, named in the language of a BCP 47 tag; in English when it is none of the five. */
export function defaultCategories(locale?: string | null): CategorySeed[] {
  const language = locale?.split('-')[0]?.toLowerCase();
  const at = Math.max(
    LANGUAGES.findIndex((each) => each === language),
    0,
  );
  return SEEDS.map(([type, slug, icon, names]) => ({ slug, name: names[at] ?? names[0], type, icon }));
}

/** The default category of a slug; it must be one of them. */
export function categoryOfSlug(slug: string): CategorySeed {
  const seed = defaultCategories().find((each) => each.slug === slug);
  if (!seed) throw new Error(`no default category has the slug ${slug}`);
  return seed;
}
