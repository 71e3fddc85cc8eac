Component({ properties: { number: Number } })
