using CsCheck;
using Ganglion.ChipSpec.Image;

namespace Ganglion.Cores.Tests.Loihi2;

/// <summary>The models for which speed matters most, against their equations in plain integers.</summary>
public sealed class PlainModelTests
{
    private const int Steps = 25;
    private const int Largest = (1 << 23) - 1;

    private static readonly Gen<int> Any = Gen.OneOf(Gen.Int[-50, 50], Gen.Int[-Largest, Largest], Gen.Int, Gen.OneOf(int.MinValue, int.MaxValue, 0));

    [Fact]
    public void Sigma_delta() => Gen.Select(Any, Gen.Int[0, 5000], Gen.Bool, Gen.Bool, Gen.Int[0, 7], Any.Array[Steps]).Sample(
        (bias, threshold, relu, cumulative, exponent, inputs) =>
        {
            Core core = Core("loihi2-sigma-delta", ("bias", bias), ("threshold", threshold), ("relu", relu ? 1 : 0), ("cumulativeError", cumulative ? 1 : 0), ("stateExponent", exponent));
            (int sigma, int act, int residue, int error) = (0, 0, 0, 0);
            for (int step = 0; step < Steps; step++)
            {
                Run(core, step, inputs[step], 0);
                sigma = unchecked(sigma + inputs[step]);
                long activation = (long)sigma + bias;
                activation = relu && activation < 0 ? 0 : activation;
                long delta = activation - act + residue;
                long gathered = cumulative ? delta + error : delta;
                long sent = Math.Abs(gathered) >= threshold ? delta : 0;
                error = cumulative && sent == 0 ? unchecked((int)gathered) : 0;
                residue = unchecked((int)(delta - sent));
                act = unchecked((int)activation);
                Assert.Equal(
                    (sigma, act, residue, error, unchecked((int)(sent >> exponent))),
                    (State(core, "sigma"), State(core, "act"), State(core, "residue"), State(core, "error"), State(core, "s")));
            }
        },
        iter: 500);

    [Theory]
    [InlineData("loihi2-rf")]
    [InlineData("loihi2-rf-iz")]
    public void Resonators(string model) => Gen.Select(Gen.Int[-4096, 4096], Gen.Int[-4096, 4096], Gen.Int[0, 7], Gen.Int[0, 5000], Any.Array[Steps], Any.Array[Steps]).Sample(
        (sin, cos, exponent, threshold, reals, imaginaries) =>
        {
            Core core = Core(model, ("sinDecay", sin), ("cosDecay", cos), ("stateExponent", exponent), ("threshold", threshold));
            (int re, int im) = (0, 0);
            for (int step = 0; step < Steps; step++)
            {
                Run(core, step, reals[step], imaginaries[step]);
                long newRe = ((long)cos * re / 4096) - ((long)sin * im / 4096) + ((long)reals[step] << exponent);
                long newIm = ((long)sin * re / 4096) + ((long)cos * im / 4096) + ((long)imaginaries[step] << exponent);
                (newRe, newIm) = (Math.Clamp(newRe, -Largest, Largest), Math.Clamp(newIm, -Largest, Largest));
                bool fires = model == "loihi2-rf" ? newRe >= threshold && newIm >= 0 && im < 0 : newIm >= threshold;
                (re, im) = fires && model == "loihi2-rf-iz" ? (0, threshold - 1) : ((int)newRe, (int)newIm);
                Assert.Equal((re, im, fires ? 1 : 0), (State(core, "re"), State(core, "im"), State(core, "s")));
            }
        },
        iter: 500);

    [Fact]
    public void Adaptive_threshold() => Gen.Select(Gen.Int[0, 4096].Array[4], Gen.Int[0, 100_000], Gen.Int[0, 100_000], Gen.Int[-9000, 9000], Any.Array[Steps]).Sample(
        (decays, rest, thresholdStep, bias, inputs) =>
        {
            Core core = Core(
                "loihi2-atrlif", ("currentDecay", decays[0]), ("potentialDecay", decays[1]), ("thresholdDecay", decays[2]), ("refractoryDecay", decays[3]),
                ("thresholdBase", rest), ("theta", rest), ("thresholdStep", thresholdStep), ("bias", bias));
            (long i, long v, int theta, int r) = (0, 0, rest, 0);
            for (int step = 0; step < Steps; step++)
            {
                Run(core, step, inputs[step], 0);
                i = Decayed(i, decays[0]) + (64L * inputs[step]);
                i = ((i + Largest) & ((1 << 24) - 1)) - Largest;
                v = Math.Clamp(Decayed(v, decays[1]) + i + bias, -Largest, Largest);
                long newTheta = Decayed((long)theta - rest, decays[2]) + rest;
                long newR = Decayed(r, decays[3]);
                bool fires = v - newR >= newTheta;
                (newR, newTheta) = fires ? (newR + (2 * newTheta), newTheta + thresholdStep) : (newR, newTheta);
                (theta, r) = (unchecked((int)newTheta), unchecked((int)newR));
                Assert.Equal((i, v, theta, r, fires ? 1 : 0), (State(core, "i"), State(core, "v"), State(core, "theta"), State(core, "r"), State(core, "s")));
            }
        },
        iter: 500);

    private static long Decayed(long state, int decay) => state * (4096 - decay) / 4096;

    private static int State(Core core, string variable) => core.Table[variable][0];

    private static Core Core(string model, params (string Name, int Value)[] columns)
    {
        int ports = model.StartsWith("loihi2-rf", StringComparison.Ordinal) ? 2 : 1;
        SynapseMemory memory = CoreImages.Sparse(8, 2 * ports, [[(0, 0, 1)], [(0, ports - 1, 1)]]) with { Receptors = ports };
        return GradedCoreTests.Make(model, memory, columns);
    }

    private static void Run(Core core, int step, int first, int second)
    {
        core.Deliver(step, [new AxonEvent(0, first), new AxonEvent(1, second)]);
        core.Update(step + 1);
    }
}
