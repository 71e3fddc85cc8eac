/** Chinese punctuation that belongs to what follows it: no line ends with it. */
export const opening = '（【《〈「『“‘'

/** Chinese punctuation that belongs to what precedes it: no line begins with it. */
export const closing = '，。、：；！？）】》〉」』”’…—·％'
