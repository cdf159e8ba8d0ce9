import { requireNode } from '../src/node-version.js';

it.each(['24.0.0', '24.21.0', '25.1.0', '100.0.0'])('Node %s is new enough', version => {
  expect(() => requireNode(version)).not.toThrow();
});

it.each(['18.20.4', '20.20.2', '23.11.1', '3.0.0'])('Node %s is told of, with what is needed', version => {
  expect(() => requireNode(version)).toThrow(`Node 24 or newer is needed, and this is ${version}.`);
});
