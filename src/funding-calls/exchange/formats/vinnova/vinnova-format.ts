import { JSON_FORMAT } from '../../source/json/json-format.js';
import type { SourceFormat } from '../../source-format.js';
import { readRegister, VINNOVA_LISTS } from './read-vinnova.js';

export const vinnova: SourceFormat = {
  ...JSON_FORMAT,
  description:
    "Vinnova's register as JSON: programmes, calls and application rounds; the round is what one applies to.",
  lists: VINNOVA_LISTS,
  inputs: 'ONE_A_LIST',
  read: readRegister,
};
