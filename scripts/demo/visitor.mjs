/** A person's browser as far as the server can tell: one cookie, one origin, JSON commands. */
export function createVisitor(origin) {
  let cookie = "";

  async function send(method, path, body, type = "application/json") {
    const response = await fetch(origin + path, {
      method,
      headers: {
        origin,
        ...(cookie === "" ? {} : { cookie }),
        ...(body === undefined ? {} : { "content-type": type }),
      },
      body:
        body === undefined ? undefined : type === "application/json" ? JSON.stringify(body) : body,
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) cookie = set.split(";")[0];
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was refused: ${response.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  }

  return {
    origin,
    cookie: () => cookie,
    get: (path) => send("GET", path),
    post: (path, body) => send("POST", path, body),
    put: (path, body) => send("PUT", path, body),
    remove: (path, body) => send("DELETE", path, body),
    putFile: (path, bytes) => send("PUT", path, bytes, "application/octet-stream"),
  };
}
