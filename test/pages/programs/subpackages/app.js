App({ onPageNotFound() {} })
