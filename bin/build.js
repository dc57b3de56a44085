// npm run build: the production build without starting it.
import { buildSite, generateClients, installPackages, requireNode } from "./prepare.js";

requireNode();
installPackages();
generateClients();
buildSite();
