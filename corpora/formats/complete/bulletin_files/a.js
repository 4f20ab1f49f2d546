var columnId = '督查专报';
