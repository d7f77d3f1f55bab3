/** Words as a database keeps them: it would end them at a NUL. */
export const keptWords = /^[^\0]*$/;
