"""The pages of the needs beside what every register has."""
