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
