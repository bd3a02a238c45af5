/** Has to be imported first: the logger reads this when it is created. */
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
