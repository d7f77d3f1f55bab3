import { config } from "zod";
import { takeSecretFromAddress } from "#client/lib/address-secret.ts";
import "#client/ui/base.css";

// Before anything is fetched: a secret leaves the address, so that no request and no history holds it.
takeSecretFromAddress();

// zod decides about eval when a schema is made, so every module with a schema is loaded after this.
config({ jitless: true });

void import("#client/start.tsx").then(({ start }) => {
  start();
});
