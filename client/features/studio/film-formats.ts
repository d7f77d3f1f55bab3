import { MATROSKA, MP4, QTFF, WEBM } from "mediabunny";

/** The kinds of file a film is read from. Never a playlist: it would make the browser ask for other files. */
export const filmFormats = [MP4, QTFF, WEBM, MATROSKA];
