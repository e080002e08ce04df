import { axeFaults, waitFor, type Page } from '@florin/testing';
import { codeFor, join, newPerson, type Person } from '../e2e/people.ts';
import { authenticator } from '../e2e/urbanfits.ts';
import { fund, inBrowser, openPage, sentBy, signIn, startWorld, type World } from './browser.ts';

const FARTHEST = 80;
const LIMIT_MS = 60_000;

/** Goes by Tab to the control of this name, as a person without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < FARTHEST; step += 1) {
    const here = await page.evaluate<string>(`(() => {
      const at = document.activeElement;
      const label = at?.labels?.[0]?.textContent ?? '';
      return (at?.getAttribute('aria-label') ?? (label || at?.textContent) ?? '').trim();
    })()`);
    if (name.test(here)) return;
    seen.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${String(name)} among ${seen.join(' | ')}`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function type(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

inBrowser('with the keyboard alone', () => {
  let world: World;
  let ada: Person;
  let ben: Person;
  beforeAll(async () => {
    world = await startWorld();
    [ada, ben] = await Promise.all([join(world.florin, 'Ada Fern'), join(world.florin, 'Ben Oak')]);
    await fund(ada, 100_000);
  }, 120_000);
  afterAll(() => world.stop());

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  test(
    'a person signs up by the mailed code, turns TOTP on, signs out, and in again by it',
    async () => {
      const { page, faults, close } = await openPage(world);
      const person = newPerson('Cy Elm');
      await page.goto(`${world.url}/sign-up`);
      await heading(page, 'Make an account');
      await type(page, /^Your name/, person.name);
      await type(page, /^E-mail address/, person.email);
      await type(page, /^Username/, person.username);
      await type(page, /^Password/, person.password);
      await page.keyboard.press('Enter');
      await heading(page, 'Prove your e-mail address');
      await codeFor(world.florin, person.email);
      await press(page, /development mailbox/);
      await waitFor(async () => (await page.locator('input').first().inputValue()).length === 6);
      await press(page, /^Open my account/);
      await heading(page, 'Home');

      await press(page, /^Settings/);
      await heading(page, 'Settings');
      await press(page, /^Security/);
      await heading(page, 'Security');
      await press(page, /^Turn it on/);
      const secret = await page.locator('.secret').textContent();
      const phone = await authenticator(secret ?? '');
      await type(page, /^Code that the app shows/, phone.next());
      await page.keyboard.press('Enter');
      await page.getByText('Keep these codes').waitFor();
      await press(page, /^I keep them/);
      await page.getByText('On', { exact: true }).waitFor();

      await press(page, /^Settings/);
      await heading(page, 'Settings');
      await press(page, /^Sign out$/);
      await heading(page, 'Sign in');
      await type(page, /^E-mail, username/, person.username);
      await type(page, /^Password/, person.password);
      await page.keyboard.press('Enter');
      await heading(page, 'One more step');
      await type(page, /^Code/, phone.next());
      await page.keyboard.press('Enter');
      await heading(page, 'Home');
      expect(faults).toEqual([]);
      await close();
    },
    LIMIT_MS,
  );

  test(
    'money is added and sent to somebody found by name',
    async () => {
      const { page, faults, close } = await openPage(world);
      await signIn(page, world.url, ada);
      await press(page, /^Add money/);
      await heading(page, 'Add money');
      await type(page, /^Amount/, '25');
      await page.keyboard.press('Enter');
      await page.getByText('$1,025.00').waitFor();
      await press(page, /^Send/);
      await heading(page, 'Send to');
      await type(page, /^Search by name/, ben.username);
      await page.getByRole('button', { name: ben.username }).waitFor();
      await press(page, new RegExp(ben.username));
      await heading(page, 'Send to Ben Oak');
      await type(page, /^Amount/, '7,50');
      await type(page, /^What for/, 'by keys');
      await page.keyboard.press('Enter');
      await heading(page, 'Is this right?');
      await page.getByText('First time').waitFor();
      await press(page, /^Send \$7\.50/);
      await heading(page, 'Sent once');
      expect((await sentBy(ada)).map(({ amount, note }) => [amount, note])).toEqual([[750, 'by keys']]);
      await press(page, /^Show the payment/);
      await heading(page, 'Payment');
      await page.getByText('-$7.50').waitFor();
      expect(faults).toEqual([]);
      await close();
    },
    LIMIT_MS,
  );

  test(
    'friends are made, a request is made, paid in part, and what came is given back',
    async () => {
      const adas = await openPage(world);
      const bens = await openPage(world);
      await Promise.all([signIn(adas.page, world.url, ada), signIn(bens.page, world.url, ben)]);
      await press(bens.page, /^Friends/);
      await press(bens.page, /^Add a friend/);
      await type(bens.page, /^Search by name/, ada.username);
      await bens.page.getByRole('button', { name: ada.username }).waitFor();
      await press(bens.page, new RegExp(`@${ada.username}`));
      await bens.page.getByText('asked by you').waitFor();
      await press(adas.page, /^Friends/);
      await adas.page.getByText('wants to be your friend').waitFor();
      await press(adas.page, /^Accept/);
      await adas.page.getByRole('link', { name: 'Send', exact: true }).nth(1).waitFor();

      await bens.page.goto(`${world.url}/requests/new`);
      await press(bens.page, new RegExp(`@${ada.username}`));
      await heading(bens.page, 'Ask Ada Fern');
      await type(bens.page, /^Amount/, '30');
      await type(bens.page, /^What for/, 'Concert');
      await bens.page.keyboard.press('Enter');
      await heading(bens.page, 'Requests');

      await press(adas.page, /^Requests/);
      await adas.page.getByText('Concert').waitFor();
      await press(adas.page, /^Pay \$30/);
      await type(adas.page, /^Amount/, '10');
      await adas.page.keyboard.press('Enter');
      await adas.page.getByText('$10.00 of $30.00 is paid').waitFor();
      await press(adas.page, /^Decline/);
      await adas.page.getByRole('heading', { name: 'Earlier' }).waitFor();

      await press(bens.page, /^Activity/);
      await bens.page.getByText('+$10.00').waitFor();
      await press(bens.page, /Ada Fern.*\+\$10\.00/);
      await heading(bens.page, 'Payment');
      await press(bens.page, /^Give it back/);
      await type(bens.page, /^Amount/, '4');
      await bens.page.keyboard.press('Enter');
      await bens.page.getByText('Partly refunded').waitFor();
      const [back] = (await ben.get('/v1/transfers?kind=refund')).body.data;
      expect(back.amount).toBe(400);
      expect([...adas.faults, ...bens.faults]).toEqual([]);
      await Promise.all([adas.close(), bens.close()]);
    },
    LIMIT_MS,
  );

  /** Chooses in a list that is closed, by the beginning of what stands in it. */
  async function choose(page: Page, name: RegExp, option: string): Promise<void> {
    await tabTo(page, name);
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
  }

  test(
    'a wallet is opened, an expense written down under a new category, and a budget set on it',
    async () => {
      const { page, faults, close } = await openPage(world);
      await signIn(page, world.url, ben);
      await press(page, /^Wallets/);
      await heading(page, 'Wallets');
      await press(page, /^New wallet/);
      await type(page, /^Name/, 'Purse');
      await type(page, /^What it holds now/, '50');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /Purse.*\$50\.00/ }).waitFor();
      await press(page, /^Purse/);
      await heading(page, 'Transactions');
      await press(page, /^Write one down/);
      await type(page, /^Amount/, '12,30');
      await choose(page, /^Category/, 'A new one');
      await type(page, /^New category/, 'Nasi');
      await press(page, /^Make it/);
      await page.getByLabel('Category', { exact: true }).waitFor();
      await press(page, /^Write it down/);
      await page.getByRole('button', { name: /Nasi.*-\$12\.30/ }).waitFor();
      const { data } = (await ben.get('/v1/transactions?type=expense')).body as { data: { amount: number }[] };
      expect(data.filter(({ amount }) => amount === 1230)).toHaveLength(1);

      await press(page, /^Budgets/);
      await press(page, /^New budget/);
      await choose(page, /^Category/, 'Nasi');
      await type(page, /^Amount/, '20');
      await page.keyboard.press('Enter');
      await page.getByText('$7.70 left').waitFor();
      expect(faults).toEqual([]);
      await close();
    },
    LIMIT_MS,
  );

  test(
    'the palette finds people and pages, letters go places, and none of it happens in a field',
    async () => {
      const { page, faults, close } = await openPage(world);
      await signIn(page, world.url, ada);
      await heading(page, 'Home');
      await page.keyboard.press('g');
      await page.keyboard.press('w');
      await heading(page, 'Wallets');
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Search' }).fill(ben.username);
      await page.getByRole('option', { name: `Send to @${ben.username}` }).waitFor();
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await heading(page, 'Send to Ben Oak');
      await page.getByLabel('What for').fill('');
      await type(page, /^What for/, 'gr?');
      await heading(page, 'Send to Ben Oak');
      await press(page, /^Somebody else/);
      await heading(page, 'Send to');
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('?');
      await tabTo(page, /^Single letters act/);
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1 }).focus();
      await page.keyboard.press('s');
      await page.keyboard.press('r');
      await page.keyboard.press('ControlOrMeta+k');
      await page.getByRole('combobox', { name: 'Search' }).fill('Budg');
      await page.keyboard.press('Enter');
      await heading(page, 'Budgets');
      expect(faults).toEqual([]);
      await close();
    },
    LIMIT_MS,
  );
});
