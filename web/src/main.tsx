import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { activate, chosenLanguage } from './i18n/index.ts';
import './ui/styles/index.css';

await activate(chosenLanguage());
const root = document.getElementById('app');
if (!root) throw new Error('index.html holds no #app');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
