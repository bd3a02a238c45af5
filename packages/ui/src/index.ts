export * from './button.tsx';
export * from './field.tsx';
export * from './notice.tsx';
