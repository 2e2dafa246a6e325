"""Reading articles out of files and web pages, before anybody has checked them."""
