using System.IO.Compression;
using Ganglion.Compiler.Import.Nir;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Tests.Networks;

namespace Ganglion.Compiler.Tests.Nir;

public sealed class NirLzfTests
{
    /// <summary>A graph with a matrix of 4 × 40 that h5py has compressed with LZF; gzip.</summary>
    private const string Compressed =
        "H4sIAAAAAAACA+1ZXUgUURQ+d2Z2HXfVVl3yP2ehB4seDCSih3Ytf0GzhPIhwd9dd8nWVdfMQlyiByOIIAOhgiUkepCwAhEJEirq0V6ip9qn9MEH60n" +
        "qwc7dubPOTL/OCrXLfPBx95yde+7Zb869u3vmWkNNXbat2MaLIijYZFh0yXYl8+dvfKlvaahp5aTmZ5Zzal7k8tQTFdg4IADWXYCDEBzo9b5QlqiFnU" +
        "Fk8BsxnlJ4LOQ9Q+RIVgd1Wby9fd7hbk7jo5kPB3m2ZNkfUnr3aqwtnhIBQgQAGot3AikiBDBenPKaIlgwG54TMVOBALsBDiXQEqQ82rl94wkt9qIWH" +
        "CGKjkxj+MH+C60chfK1ncpC0f9fi6Ve65qRUs2mEnCBIK2leFHKDl/PrJU5cqiD7w/43Bkaz8BI+KVSrXk/S2lwbf/j5HbPlKDZKcP+rpA3amHhDxpQ" +
        "ad3XfMvI7gkVpt/uue6qbE9o4UQtCIK9p4x8FhCHCOzw8Mia2GRNIkyTxMm+kLparN+F0eRKdZKpYc2lLuuoN9DnD08VgfY7bhsIrhz9nFxK0WKWUhZ" +
        "1kaHZEmbvprb9QkfYP+Qd9g/09y6UskVLfptSx4Hg/PY+BK0Nh7hVU/XHW5qIaiMR0NbQicbW+qGukF9/euPpo7H1fkHnx7MpPlp0p7+vh0nwC3+Gzh" +
        "8IavNT4jUGQ/EVMkEbrykQ9HYNAdh0cRrr5NGuu75lJBxiqcaxmgMmTJgwYcKECRMmTJgwYcJEyoNT9QMydLZVZ1vY/3nF5nQ2r7MFNkex6VCh/M820" +
        "POblOS56dTzO31k/rC+Y670ThSt9DbVKlcqZ34JCkQomKBaU614ezEQjDYu0JYw9F/yyfcBBY2g0GIZxuM4nggVAllUJTLNxIXRf6bF29oPM0bqotWV" +
        "fnUx4/zYqu8FC7p6kOvAnegFV9mhapMHTU+4m2mj3F2YSz0tnp7N/7QTWlxJAy0ePZiA5JrQbXvY6a56hNNTzsIbeYQTOxQ4ZWTb3k/DbXvvasNyMo9" +
        "wnri2virjSOFHOLav51//8k2r6ndBpiyOB0jELVnAI3ESDxFkFLmEjEm8ANU4AV9LyEqkB3kS2YkMsesnkTeR02zuQ+QccoHFeYNcRr6XY8Iqch25Qe" +
        "MfQ/3xtYjMQtK1nMhCZCkSPHc8ELuRQaLPY7f5mB2qV2KXadrqX0i2xOdbdxsd1crYVSfcd4NG02i6IQAA";

    [Fact]
    public void A_matrix_compressed_with_LZF_is_read()
    {
        double[,] matrix = DenseMatrix.Of(Read(Unpacked()).Projections[0].Connectivity, 40, 4);

        for (int s = 0; s < 40; s++)
        {
            Assert.Equal((s, s % 2 == 0 ? 0.5 : 0, -1.25, s == 5 ? 3 : 0), (matrix[0, s], matrix[1, s], matrix[2, s], matrix[3, s]));
        }
    }

    [Fact]
    public void A_damaged_chunk_is_refused_or_read_but_nothing_else()
    {
        byte[] whole = Unpacked();
        int refused = 0;
        for (int at = whole.Length - 400; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0xE5;
            try
            {
                Read(damaged);
            }
            catch (ChipSpec.Diagnostics.InvalidInputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1, 399);
    }

    private static Network Read(byte[] bytes)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, bytes);
        try
        {
            return NirReader.ReadFile(path).Network;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Unpacked()
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(Compressed)), CompressionMode.Decompress);
        using var content = new MemoryStream();
        gzip.CopyTo(content);
        return content.ToArray();
    }
}
