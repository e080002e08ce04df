import { readConfig } from './config.ts';

const least = { MONGODB_URL: 'mongodb://localhost/x', AMQP_URL: 'amqp://localhost' };

test('a store and a bus are enough', () => {
  expect(readConfig(least)).toMatchObject({ DEPLOYMENT: 'production', HTTP_PORT: 4005, GRPC_PORT: 5005 });
});

test.each([
  [{ AMQP_URL: '' }, /AMQP_URL or BUS_POSTGRES_URL/],
  [{ MONGODB_URL: '' }, /MONGODB_URL/],
  [{ TWILIO_ACCOUNT_SID: 'AC1' }, /TWILIO_AUTH_TOKEN[^]*TWILIO_FROM/],
  [{ SMTP_URL: 'http://mail' }, /SMTP_URL: must start with smtp/],
  [{ MAIL_FROM: 'a@b.example\r\nBcc: x' }, /MAIL_FROM: must be one line/],
  [{ FCM_SERVICE_ACCOUNT: '{' }, /FCM_SERVICE_ACCOUNT: must be the JSON/],
  [{ HTTP_HOST: '0.0.0.0' }, /INTERNAL_SECRET/],
])('%j is refused naming the variable', (over, message) => {
  expect(() => readConfig({ ...least, ...over })).toThrow(message);
});
