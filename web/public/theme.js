// before the first paint: the theme and language chosen on this device
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const root = document.documentElement;
  root.dataset.theme = read('florin.theme') ?? 'system';
  const language = read('florin.language') ?? navigator.language.slice(0, 2);
  if (['en', 'de', 'id', 'ar'].includes(language)) {
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
  }
})();
