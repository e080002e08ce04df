import { writeReference, type Reference, type Texts } from './reference.ts';

const account = () => ({
  type: 'object',
  properties: { id: { type: 'string' }, owner: { type: 'object', properties: { name: { type: 'string' } } } },
});

const document = (): Reference => ({
  tags: [{ name: 'accounts' }],
  paths: {
    '/v1/accounts': {
      get: {
        operationId: 'getV1Accounts',
        description: 'For the person who is signed in.',
        responses: { 200: { content: { 'application/json': { schema: { type: 'array', items: account() } } } } },
      },
      post: {
        operationId: 'postV1Accounts',
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { name: {} } } } } },
        responses: { 201: { content: { 'application/json': { schema: account() } } } },
      },
    },
  },
  components: { schemas: {} },
});

const texts: Texts = {
  operations: {
    'get /v1/accounts': { id: 'listAccounts', description: 'All of them.' },
    'post /v1/accounts': { id: 'openAccount', description: 'One more.', reply: 'Account' },
  },
  fields: { id: 'UUID.', owner: 'Whose it is.', name: 'As people read it.' },
  names: {},
  examples: { openAccount: { name: 'Ada' } },
  tags: { accounts: 'What holds money.' },
};

describe('the reference of the API', () => {
  test('names operations and objects, equal objects alike, and tells what fields mean', () => {
    const { paths, components, tags } = writeReference(document(), texts);
    expect(paths['/v1/accounts']).toEqual({
      get: {
        operationId: 'listAccounts',
        description: 'All of them. For the person who is signed in.',
        responses: {
          200: {
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Account' } } },
            },
          },
        },
      },
      post: {
        operationId: 'openAccount',
        description: 'One more.',
        requestBody: {
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OpenAccountRequest' },
              example: { name: 'Ada' },
            },
          },
        },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Account' } } } } },
      },
    });
    expect(components.schemas).toEqual({
      Account: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'UUID.' },
          owner: { $ref: '#/components/schemas/AccountOwner', description: 'Whose it is.' },
        },
      },
      AccountOwner: { type: 'object', properties: { name: { type: 'string', description: 'As people read it.' } } },
      OpenAccountRequest: { type: 'object', properties: { name: { description: 'As people read it.' } } },
    });
    expect(tags).toEqual([{ name: 'accounts', description: 'What holds money.' }]);
  });

  test.each<[string, Partial<Texts>, string]>([
    ['an operation has no text', { operations: {} }, 'no text for get /v1/accounts'],
    ['a field has no text', { fields: { id: 'UUID.', name: 'Name.' } }, 'no text for the field Account.owner'],
    ['a text is of a field that is gone', { fields: { ...texts.fields, gone: 'Gone.' } }, 'a text for gone'],
    ['a body has no example', { examples: {} }, 'no example for openAccount'],
    ['a tag has no text', { tags: {} }, 'no text for the tag accounts'],
  ])('is not written when %s', (_what, part, fault) => {
    expect(() => writeReference(document(), { ...texts, ...part })).toThrow(fault);
  });
});
