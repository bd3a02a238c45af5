/** Content of a mail's page, as text. */
interface PageContent {
  readonly subject: string;
  readonly lead: string;
  readonly rows: readonly { readonly what: string; readonly price: string }[];
  readonly total: string;
  readonly ending: string;
}

/** A mail as a page: no script, no picture and nothing from elsewhere, and styles in the elements, as mail programs ask for. */
export function mailPage(content: PageContent): string {
  const { subject, lead, rows, total, ending } = content;
  const row = (what: string, price: string, style: string) =>
    `<tr><td style="padding:8px 0;${style}">${escaped(what)}</td>` +
    `<td style="padding:8px 0 8px 24px;text-align:right;white-space:nowrap;${style}">${escaped(price)}</td></tr>`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f1ea;color:#22312b;font:16px/1.5 system-ui,sans-serif">
<main style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:8px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
<p style="margin:0 0 16px">${escaped(lead)}</p>
<table style="width:100%;border-collapse:collapse">
${rows.map(({ what, price }) => row(what, price, 'border-bottom:1px solid #e3ded2')).join('\n')}
${row('Total', total, 'font-weight:600')}
</table>
<p style="margin:16px 0">${escaped(ending)}</p>
<p style="margin:0;color:#5b6b64">Waypost</p>
</main>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
