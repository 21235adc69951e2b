// The official JavaScript client, unchanged, on the simulator that OPENAI_BASE_URL names.
import assert from 'node:assert/strict';
import { test, beforeEach } from 'node:test';
import OpenAI from 'openai';

const client = new OpenAI({ apiKey: 'sk-anything', maxRetries: 0 });
const scripts = new URL('/simulator/scripts', client.baseURL);

async function script(entry) {
  const response = await fetch(scripts, { method: 'POST', body: JSON.stringify(entry) });
  assert.equal(response.status, 204, await response.text());
}

beforeEach(async () => {
  assert.equal((await fetch(scripts, { method: 'DELETE' })).status, 204);
});

test('lists models', async () => {
  const ids = [];
  for await (const model of client.models.list()) {
    ids.push(model.id);
  }

  assert.ok(ids.includes('gpt-5.4'));
  assert.ok(!ids.includes('gpt-5.3-chat-latest'));
  assert.equal((await client.models.retrieve('gpt-5.4')).object, 'model');
});

test('reads a whole answer', async () => {
  await script({ model: 'gpt-5.4', reply: { answer: { text: 'Hello there.' } } });

  const response = await client.responses.create({ model: 'gpt-5.4', input: 'Hello' });

  assert.equal(response.output_text, 'Hello there.');
  assert.equal(response.status, 'completed');
  assert.equal(response.model, 'gpt-5.4-2026-03-05');
  assert.equal(response.usage.total_tokens, response.usage.input_tokens + response.usage.output_tokens);
  assert.match(response._request_id, /^req_/);
});

test('reads a stream', async () => {
  await script({ model: 'gpt-5.4', reply: { answer: { deltas: ['One', ' two', ' three'] } } });
  const stream = await client.responses.create({ model: 'gpt-5.4', input: 'Count', stream: true });

  const deltas = [];
  const numbers = [];
  let last;
  for await (const event of stream) {
    numbers.push(event.sequence_number);
    last = event;
    if (event.type === 'response.output_text.delta') {
      deltas.push(event.delta);
    }
  }

  assert.deepEqual(deltas, ['One', ' two', ' three']);
  assert.deepEqual(numbers, numbers.map((_, index) => index));
  assert.equal(last.type, 'response.completed');
});

test('gathers a stream with the helper', async () => {
  const response = await client.responses.stream({ model: 'gpt-4.1-mini', input: 'Hello' }).finalResponse();

  assert.equal(response.status, 'completed');
  assert.equal(response.output.at(-1).content[0].type, 'output_text');
});

test('reads errors', async () => {
  await assert.rejects(client.responses.create({ model: 'gpt-5.3-chat-latest', input: 'Hello' }), error =>
    error instanceof OpenAI.NotFoundError && error.code === 'model_not_found' && error.param === 'model');

  await script({ model: 'gpt-5.4', request: 1, fault: 'rate_limited' });
  await assert.rejects(client.responses.create({ model: 'gpt-5.4', input: 'Hello' }), error =>
    error instanceof OpenAI.RateLimitError && error.headers.get('retry-after') === '2');
});

test('fails when the connection is reset', async () => {
  await script({ fault: 'reset_before_headers' });

  await assert.rejects(client.responses.create({ model: 'gpt-5.4', input: 'Hello' }), OpenAI.APIConnectionError);
});
