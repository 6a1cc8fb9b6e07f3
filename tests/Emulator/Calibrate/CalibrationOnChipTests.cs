using CsCheck;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Reading;
using Ganglion.Compiler;
using Ganglion.Compiler.Calibrate;
using Ganglion.Compiler.Networks;
using Ganglion.Compiler.Quantize;
using Ganglion.Compiler.Reports;
using Ganglion.Emulator.Observers;

namespace Ganglion.Emulator.Tests.Calibrate;

/// <summary>What calibration reports about the chip, against the emulated chip.</summary>
public sealed class CalibrationOnChipTests
{
    [Fact]
    public void Every_layer_fires_on_the_chip_as_often_as_reported() => Gen.Select(RandomSamples.Any, Gen.Enum<WeightGrouping>()).Sample(
        (random, grouping) =>
        {
            ChipSpec.Spec.ChipSpec chip = Presets.Load("loihi1");
            CompilationResult compiled = NetworkCompiler.Compile(
                random.Network, chip, new CompilerOptions { Calibration = random.Samples, WeightGrouping = grouping });
            AgreementReport report = compiled.Quantization.Calibration!.After;

            var counts = new long[compiled.Image.Populations.Count];
            using var machine = new Machine(compiled.Image, chip, new MachineOptions());
            machine.Attach(new Counter(compiled, random.Samples[0].Timesteps, counts));
            foreach (CalibrationSample sample in random.Samples)
            {
                machine.Reset();
                ListSource spikes = sample.Input[RandomSamples.Source];
                foreach ((int index, long timestep) in spikes.Timesteps.Index())
                {
                    machine.Inject(RandomSamples.Source, timestep, [spikes.Neurons[index]]);
                }

                machine.Run(sample.Timesteps + compiled.Quantization.Populations.Max(population => population.PipelineDelay));
            }

            Assert.Equal(counts[1..], report.Layers.Select(layer => layer.ChipSpikes));
        }, iter: 60);

    [Fact]
    public void Calibration_never_makes_the_samples_worse_and_stays_within_all_ranges() => Gen.Select(RandomSamples.Any, Gen.Int[4, 8]).Sample(
        (random, bits) =>
        {
            var options = new CompilerOptions { Calibration = random.Samples, WeightBits = bits == 7 ? 8 : bits };
            CompilationResult compiled = NetworkCompiler.Compile(random.Network, Presets.Load("loihi1"), options);
            CalibrationReport report = compiled.Quantization.Calibration!;
            Assert.InRange(Error(report.After), 0, Error(report.Before) + 1e-9);
            Assert.InRange(report.After.AnsweredAlike ?? 1, report.Before.AnsweredAlike ?? 0, 1);
            Assert.All(compiled.Quantization.Populations, population => Assert.InRange(population.LargestSum, 0, short.MaxValue));
            Assert.All(compiled.Quantization.Projections, projection => Assert.Equal(0, projection.Clipped));
            Assert.All(compiled.Image.Cores, core => Assert.InRange(core.Usage.SynapseConfigurations, 0, 16));
        }, iter: 25);

    [Fact]
    public void Calibration_chooses_the_same_every_time() => RandomSamples.Any.Sample(
        random =>
        {
            var options = new CompilerOptions { Calibration = random.Samples };
            CompilationResult first = NetworkCompiler.Compile(random.Network, Presets.Load("loihi1"), options);
            CompilationResult second = NetworkCompiler.Compile(random.Network, Presets.Load("loihi1"), options);
            Assert.Equal(first.Quantization.Projections, second.Quantization.Projections);
            Assert.Equal(first.Image.Cores.SelectMany(core => core.Synapses.Words), second.Image.Cores.SelectMany(core => core.Synapses.Words));
        }, iter: 5);

    [Fact]
    public void With_a_second_synapse_no_weight_is_off_by_more_than_half_a_unit() => RandomSamples.Any.Sample(
        random =>
        {
            CompilationResult compiled = NetworkCompiler.Compile(
                random.Network, Presets.Load("loihi1"), new CompilerOptions { WeightGrouping = WeightGrouping.Pairs });
            Assert.All(compiled.Quantization.Projections, projection => Assert.InRange(projection.MaximumError * projection.Scale, 0, 0.5 + 1e-9));
        }, iter: 60);

    private static double Error(AgreementReport report) =>
        report.Layers.Sum(layer => (layer.CountError + layer.MovedSpikes) ?? layer.ChipSpikes);

    private sealed class Counter(CompilationResult compiled, long timesteps, long[] counts) : ITimestepObserver
    {
        public void Observe(in TimestepRecord record)
        {
            foreach (int id in record.Spikes)
            {
                int p = compiled.Image.Populations.Count - 1;
                while (compiled.Image.Populations[p].FirstNeuron > id)
                {
                    p--;
                }

                long timestep = record.Timestep - (p == 0 ? 0 : compiled.Quantization.Populations[p - 1].PipelineDelay);
                counts[p] += timestep >= 0 && timestep <= timesteps ? 1 : 0;
            }
        }
    }
}
