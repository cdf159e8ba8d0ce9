import { requireNode } from '../src/node-version.js';

it.each(['24.18.1', '24.22.3', '26.5.1', '26.12.1', '27.0.0', '100.0.0'])('Node %s is fit', version => {
  expect(() => requireNode(version)).not.toThrow();
});

it.each(['3.0.0', '18.20.4', '20.20.2', '22.23.5', '24.0.0', '24.18.0', '25.9.0', '26.4.9', '26.5.0'])(
  'Node %s is told of, with what is needed',
  version => {
    expect(() => requireNode(version)).toThrow(`Node 24.18.1 or 26.5.1 or newer is needed, and this is ${version}.`);
  },
);
