// Runs before the first paint, so that a chosen theme never flashes, and the frame is that of the page to come.
(function () {
  var root = document.documentElement;
  root.dataset.frame = location.pathname === '/' ? 'board' : 'page';
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var view = new URLSearchParams(location.search).get('view') || localStorage.getItem('board-view');
    if (view === 'table' && location.pathname === '/') root.dataset.frame = 'table';
  } catch {
    // Storage is blocked: the system's theme stands.
  }
})();
