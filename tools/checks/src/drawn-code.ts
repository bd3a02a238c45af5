import ts from 'typescript';

/**
 * The text of what a source declares, with its documentation: `placeOrder`, or `OrderStack.constructor` for a member of a class.
 * Undefined where it declares no such thing.
 */
export function declarationOf(source: string, symbol: string): string | undefined {
  const file = ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest, true);
  const [name, member] = symbol.split('.');
  const declared = file.statements.find((statement) => namesOf(statement).includes(name ?? ''));
  if (!declared) return undefined;
  if (member === undefined) return textOf(declared, source);
  const found = ts.isClassDeclaration(declared)
    ? declared.members.find((each) =>
        ts.isConstructorDeclaration(each) ? member === 'constructor' : each.name?.getText() === member,
      )
    : undefined;
  return found && textOf(found, source);
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/** From its documentation on, as far to the left as it goes. */
function textOf(node: ts.Node, source: string): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const start = Math.min(node.getStart(), comment?.getStart() ?? Infinity);
  const indent = start - (source.lastIndexOf('\n', start) + 1);
  const lines = source.slice(start, node.end).split('\n');
  return lines
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(indent, line.search(/\S|$/)))))
    .join('\n');
}
