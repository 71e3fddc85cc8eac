Page({ data: { text: 'Merged badly' } })
