using Ganglion.ChipSpec;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Image.Files;
using Ganglion.ChipSpec.Image.Learned;
using Ganglion.ChipSpec.Learning;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Networks;
using Ganglion.Emulator;
using Ganglion.Emulator.Replay;

namespace Ganglion.EndToEnd.Tests.CommandLine;

/// <summary>A network that learns as a chip image, and what it has learned after 200 timesteps.</summary>
internal static class PlasticFiles
{
    public static ChipImage Image { get; } = Compile(1);

    /// <summary>Writes <c>net.chip</c>, <c>learned.state</c> and the recorded run <c>bench.run</c>.</summary>
    public static void Write(TemporaryFolder folder)
    {
        ChipImageFile.Write(Image, folder.PathTo("net.chip"));
        using var machine = new Machine(Image, Presets.Load("loihi1"), new MachineOptions { Seed = 1 });
        machine.Run(200);
        LearnedStateFile.Write(machine.ReadLearned(), folder.PathTo("learned.state"));
        WriteRecording(folder);
    }

    private static void WriteRecording(TemporaryFolder folder)
    {
        using var machine = new Machine(Image, Presets.Load("loihi1"), new MachineOptions { Seed = 1 });
        using RunRecorder recorder = RunRecorder.Begin(folder.PathTo("bench.run"), machine, "net.chip", 1, 25);
        for (int i = 0; i < 4; i++)
        {
            machine.Run(25);
            recorder.Checkpoint();
        }

        recorder.Complete();
    }

    /// <summary>The network with other connections.</summary>
    public static ChipImage Compile(ulong seed) => NetworkCompiler.Compile(
        new NetworkBuilder("plastic")
            .AddSource("input", [30], new PoissonSource([0.1]))
            .AddPopulation("group", [20], new LoihiNeurons { CurrentDecay = [900], PotentialDecay = [300], ThresholdMantissa = [150] })
            .Connect(new Projection
            {
                Name = "learning",
                Source = "input",
                Target = "group",
                Connectivity = new RandomConnectivity
                {
                    SourceCount = 30,
                    TargetCount = 20,
                    Probability = 0.5,
                    Weight = new UniformInteger(20, 120),
                    Delay = new UniformInteger(1, 4),
                    Seed = seed,
                },
                Unit = new IntegerWeights(8, 0, SignMode.Excitatory),
                Plasticity = new Plasticity
                {
                    Rule = LearningRule.Parse("dw = 2^-2*y0*x1 - 2^-2*x0*y1"),
                    X1 = new TraceParameters(40, 10),
                    Y1 = new TraceParameters(40, 10),
                },
            })
            .Output("group")
            .Build(),
        Presets.Load("loihi1")).Image;
}
