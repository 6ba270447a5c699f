"""Archives: the file formats that articles come from and reports go to."""
