namespace Ganglion.Conformance.Tests.EnergyLatency;

/// <summary>Comparison with numbers that SANA-FE printed, with seven significant digits.</summary>
internal static class Printed
{
    private const int DigitsAfterTheFirst = 6;

    /// <summary>Slack for sums of doubles, which do not round as decimals do.</summary>
    private const double Slack = 1e-6;

    public static void AssertEqual(string what, double expected, double actual)
    {
        double lastDigit = expected == 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(expected))) - DigitsAfterTheFirst);
        Assert.True(
            Math.Abs(actual - expected) <= lastDigit * (0.5 + Slack),
            $"{what}: printed {expected:G9}, emulated {actual:G9}");
    }
}
