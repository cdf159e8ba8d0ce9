export default () => globalThis.endOfStories();
