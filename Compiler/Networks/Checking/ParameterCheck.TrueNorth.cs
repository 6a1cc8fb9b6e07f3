using Ganglion.ChipSpec.Spec;

namespace Ganglion.Compiler.Networks.Checking;

internal sealed partial class ParameterCheck
{
    /// <summary>What every chip of the family could hold; a chip's own ranges are checked by the compiler.</summary>
    private void CheckTrueNorth(TrueNorthNeurons n)
    {
        IntegerRange weight = new(short.MinValue, short.MaxValue);
        IntegerRange threshold = new(-(1 << 24) + 1, (1 << 24) - 1);
        IntegerRange any = new(int.MinValue, int.MaxValue);
        IntegerRange flag = new(0, 1);
        Register("weight of axon type 0", n.Weight0, weight);
        Register("weight of axon type 1", n.Weight1, weight);
        Register("weight of axon type 2", n.Weight2, weight);
        Register("weight of axon type 3", n.Weight3, weight);
        Register("set of stochastic types", n.StochasticTypes, new(0, 15));
        Register("leak", n.Leak, weight);
        Register("stochastic leak", n.StochasticLeak, flag);
        Register("leak reversal", n.LeakReversal, flag);
        Register("threshold", n.Threshold, threshold);
        Register("threshold mask", n.ThresholdMask, new(0, (1 << 18) - 1));
        Register("negative threshold", n.NegativeThreshold, threshold);
        Register("inclusive negative threshold", n.NegativeInclusive, flag);
        Register("negative saturation", n.NegativeSaturates, flag);
        Register("reset value", n.Reset, any);
        Register("reset mode", n.ResetMode, new(0, 2));
        Register("initial potential", n.InitialPotential, any);
    }
}
