/** Import it first: metrics read this when they are made. */
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
