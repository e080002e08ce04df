import iconv from 'iconv-lite';
import { readFile } from './read.ts';

const WEST = 'Date;Libellé;Montant\r\n05/01/2026;CAFÉ CRÈME;-2,50\r\n25/01/2026;REÇU n°7;10,00\r\n';
const EURO = WEST.replace('CAFÉ', 'CAFÉ — 2 €');
const CHINA =
  '交易时间,交易对方,商品,收/支,金额(元)\n2026-01-05,中国移动通信,话费充值服务,支出,50.00\n2026-01-25,支付宝转账,工资收入,收入,1000.00\n';
const JAPAN =
  '日付,お取引内容,お引出し,お預入れ\n2026/1/5,カ）スーパーマーケット東京,1250,\n2026/1/25,給与振込,,300000\n';
const KOREA = '거래일자,적요,출금,입금\n2026-01-05,편의점 커피 구매,1250,\n2026-01-25,급여 이체,,3000000\n';

test.each([
  ['UTF-8', 'utf8', EURO, false],
  ['UTF-8', 'utf8', EURO, true],
  ['UTF-16LE', 'utf16le', EURO, false],
  ['UTF-16LE', 'utf16le', EURO, true],
  ['UTF-16BE', 'utf16be', EURO, false],
  ['UTF-16BE', 'utf16be', EURO, true],
  ['windows-1252', 'cp1252', EURO, false],
  ['ISO-8859-1', 'latin1', WEST, false],
  ['GB18030', 'gb18030', CHINA, false],
  ['Shift_JIS', 'shift_jis', JAPAN, false],
  ['EUC-JP', 'euc-jp', JAPAN, false],
  ['EUC-KR', 'euc-kr', KOREA, false],
])('%s (%s) is found', async (encoding, charset, text, addBOM) => {
  const expected = await readFile(text, { currency: 'EUR' });
  const { file, rows, problems } = await readFile(iconv.encode(text, charset, { addBOM }), { currency: 'EUR' }, 11);
  expect([file.encoding, problems]).toEqual([encoding, []]);
  expect(rows).toEqual(expected.rows);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.date).toBe('2026-01-05');
});

test('an encoding can be overruled, and characters it can not read are told', async () => {
  const bytes = iconv.encode(WEST, 'latin1');
  const { file, rows, warnings } = await readFile(bytes, { encoding: 'utf-8' });
  expect(file.encoding).toBe('utf-8');
  expect(rows).toHaveLength(2);
  expect(warnings).toContainEqual(expect.stringContaining("can't be read"));
  expect((await readFile(bytes, { encoding: 'no-such-thing' })).file.encoding).toBe('ISO-8859-1');
});

test('bytes far behind the beginning decide', async () => {
  const many = 'Date;Label;Amount\n' + '05/01/2026;Plain;-2,50\n'.repeat(20_000);
  const { file } = await readFile(iconv.encode(`${many}25/01/2026;CAFÉ €;1,00\n`, 'cp1252'));
  expect(file.encoding).toBe('windows-1252');
});

test('an XML declaration counts where the bytes are no UTF-8', async () => {
  const xml =
    '<?xml version="1.0" encoding="ISO-8859-2"?><Document><BkToCstmrStmt><Stmt><Ntry><Amt Ccy="PLN">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-01-05</Dt></BookgDt><AddtlNtryInf>Łódź</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>';
  const { rows } = await readFile(iconv.encode(xml, 'iso-8859-2'));
  expect(rows[0]?.text).toBe('Łódź');
});

test.each([
  ['windows-1251', 'Дата;Описание;Сумма\n05.01.2026;Магазин;-2,50\n25.01.2026;Зарплата;10,00\n'],
  ['windows-1250', 'Datum;Popis;Částka\n05.01.2026;Žižkov;-2,50\n25.01.2026;Výplata;10,00\n'],
  ['GB18030', '日期,摘要,金额\n2026-01-05,超市,-2.50\n2026-01-25,工资,10.00\n'],
  ['Shift_JIS', '日付,内容,金額\n2026-01-05,寿司,-2.50\n2026-01-25,給与,10.00\n'],
  [
    'ISO-8859-1',
    'Buchungstag;Name;Begünstigter;Verwendungszweck;Gläubiger-ID;Betrag\n05.01.2026;;;A;;-2,50\n25.01.2026;;;B;;10,00\n',
  ],
])('names of columns tell %s of a short file', async (encoding, text) => {
  const { file, rows } = await readFile(iconv.encode(text, encoding), { currency: 'EUR' });
  expect([file.encoding, rows.map(({ amount }) => amount)]).toEqual([encoding, [-250n, 1000n]]);
});
