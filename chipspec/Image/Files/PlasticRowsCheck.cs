using Ganglion.ChipSpec.Image.Learned;

namespace Ganglion.ChipSpec.Image.Files;

/// <summary>Checks the rows of a core that learn: where they are, whom they reach, and that their synapses belong to them alone.</summary>
internal sealed class PlasticRowsCheck
{
    private const int SmallestTag = -257;
    private const int Largest = 255;

    private readonly ChipImage _image;
    private readonly CoreImage _core;
    private readonly string _path;
    private readonly ImageFindings _findings;
    private readonly int[] _populations;
    private readonly HashSet<int> _axons = [];

    public PlasticRowsCheck(ChipImage image, CoreImage core, string path, ImageFindings findings)
    {
        (_image, _core, _path, _findings) = (image, core, path, findings);
        _populations = new int[Math.Max(core.Compartments, 0)];
        Array.Fill(_populations, -1);
        foreach (CompartmentRun run in core.Runs.Where(run => run.FirstCompartment >= 0 && run.Count >= 0 && run.FirstCompartment + (long)run.Count <= _populations.Length))
        {
            _populations.AsSpan(run.FirstCompartment, run.Count).Fill(run.Population);
        }
    }

    /// <summary>Checks the rows and synapses of a projection.</summary>
    public void Run(PlasticProjectionImage plastic, ProjectionImage projection, string at)
    {
        int sources = (uint)projection.Source < (uint)_image.Populations.Count ? _image.Populations[projection.Source].Count : 0;
        long synapses = 0;
        bool sound = true;
        for (int i = 0; i < plastic.Rows.Count; i++)
        {
            PlasticRow row = plastic.Rows[i];
            string path = $"{at}.rows[{i}]";
            sound &= _findings.Expect(
                (uint)row.Axon < (uint)_core.Synapses.Rows.Length && _axons.Add(row.Axon), path, $"axon {row.Axon}",
                $"0 to {_core.Synapses.Rows.Length - 1}, each in one row that learns")
                && _findings.Expect(IsStored(_core.Synapses.Rows[row.Axon]), path, $"the row of axon {row.Axon}", "a sparse or dense row within the synapse memory");
            _findings.Expect((uint)row.SourceNeuron < (uint)sources, path, $"source neuron {row.SourceNeuron}", $"0 to {sources - 1}");
            synapses += sound ? _core.Synapses.Rows[row.Axon].Length : 0;
        }

        sound = sound && _findings.Expect(
            plastic.Weights.Length == synapses
            && (plastic.Tags.Length == 0 || plastic.Tags.Length == synapses)
            && (plastic.Delays.Length == 0 || plastic.Delays.Length == synapses),
            at, $"{plastic.Weights.Length} weights, {plastic.Tags.Length} tags and {plastic.Delays.Length} delay variables",
            $"{synapses}, one per synapse; tags and delay variables may be left out");
        (int least, int most) = LearnedStateCheck.RangeOf(plastic.Sign);
        CheckRange(plastic.Weights, least, most, $"{at}.weights");
        CheckRange(plastic.Tags, SmallestTag, Largest, $"{at}.tags");
        CheckRange(plastic.Delays, 0, Largest, $"{at}.delays");
        if (sound && plastic.WeightExponent is >= -8 and <= 7)
        {
            CheckSynapses(plastic, projection.Target, at);
        }
    }

    /// <summary>Expects that no other row uses the synapses of a row that learns.</summary>
    public void ExpectUnshared()
    {
        SynapseRow[] rows = _core.Synapses.Rows;
        foreach (bool dense in (bool[])[false, true])
        {
            long endOfAny = -1;
            long endOfPlastic = -1;
            foreach (int axon in Enumerable.Range(0, rows.Length)
                .Where(axon => rows[axon].Length > 0 && rows[axon].Form == RowForm.Dense == dense).OrderBy(axon => rows[axon].Start))
            {
                bool learns = _axons.Contains(axon);
                long end = rows[axon].Start + (long)rows[axon].Length;
                if (rows[axon].Start < (learns ? endOfAny : endOfPlastic))
                {
                    _findings.Expect(false, $"{_path}.synapses.rows[{axon}]", "synapses that learn in several rows", "one row");
                    break;
                }

                endOfAny = Math.Max(endOfAny, end);
                endOfPlastic = learns ? Math.Max(endOfPlastic, end) : endOfPlastic;
            }
        }
    }

    private bool IsStored(SynapseRow row) => row.Form is RowForm.Sparse or RowForm.Dense && row.Start >= 0 && row.Length >= 0
        && row.Start + (long)row.Length <= (row.Form == RowForm.Dense ? _core.Synapses.Dense.Length : _core.Synapses.Words.Length);

    private void CheckRange(short[] values, int least, int most, string path)
    {
        int found = Array.FindIndex(values, value => value < least || value > most);
        if (found >= 0)
        {
            _findings.Expect(false, $"{path}[{found}]", $"{values[found]}", $"{least} to {most}");
        }
    }

    /// <summary>Each synapse reaches the target population, and stands in the synapse memory with its weight.</summary>
    private void CheckSynapses(PlasticProjectionImage plastic, int target, string at)
    {
        SynapseMemory memory = _core.Synapses;
        int synapse = 0;
        for (int i = 0; i < plastic.Rows.Count; i++)
        {
            SynapseRow row = memory.Rows[plastic.Rows[i].Axon];
            for (int k = 0; k < row.Length; k++, synapse++)
            {
                bool dense = row.Form == RowForm.Dense;
                int compartment = (dense ? row.Offset + k : (ushort)memory.Words[row.Start + k]) & (memory.SlotStride - 1);
                int contribution = dense ? memory.Dense[row.Start + k] : (short)(memory.Words[row.Start + k] >> 16);
                int expected = PlasticContributions.Of(plastic.Weights[synapse], plastic.WeightExponent);
                if ((uint)compartment >= (uint)_populations.Length || _populations[compartment] != target || contribution != expected)
                {
                    _findings.Expect(
                        false, $"{at}.rows[{i}]", $"a synapse onto compartment {compartment} that adds {contribution}",
                        $"compartments of population {target}, and {expected} for its weight");
                    return;
                }
            }
        }
    }
}
