"""How the app meets the network: nobody who is slow keeps anybody waiting."""
