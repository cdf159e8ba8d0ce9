// The suites of `test/reading` as one: what they stand on is loaded once for each mutant, and not once for each suite.
import '../reading/ready-answer.test.js';
import '../reading/plan.test.js';
import '../reading/indexes.test.js';
import '../reading/agreement.test.js';
import '../reading/search/search.test.js';
import '../reading/search/naive-search.test.js';
