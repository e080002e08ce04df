import { deliveryTests } from './conformance/delivery.ts';
import { failureTests } from './conformance/failure.ts';
import { Suite, type Harness } from './conformance/kit.ts';
import { lossTests } from './conformance/loss.ts';
import { storeTests } from './conformance/stores.ts';

/** Holds everything that a Bus promises against one kind of broker. */
export function busConformance(name: string, makeHarness: () => Promise<Harness>): void {
  describe(`bus on ${name}`, () => {
    const suite = new Suite();

    beforeAll(async () => {
      suite.use(await makeHarness());
    });
    beforeEach(() => {
      suite.nextQueue();
    });
    afterEach(() => suite.cleanUp());
    afterAll(() => suite.harness.clean());

    deliveryTests(suite);
    failureTests(suite);
    lossTests(suite);
    storeTests(suite);
  });
}
