// Runs before the page is painted, so it is small and stands alone; src/layout/themes.ts writes what it reads.
try {
  const theme = localStorage.getItem('waypost.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing shows the colours of the device.
}
