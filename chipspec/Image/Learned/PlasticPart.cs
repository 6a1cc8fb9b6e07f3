namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>The synapses of a plastic projection that one core holds.</summary>
/// <param name="core">Index into <see cref="ChipImage.Cores"/>.</param>
/// <param name="plastic">Index into <see cref="CoreImage.Plastic"/>.</param>
/// <param name="places">For each synapse, in the order of the core, its place in the order of logical ids.</param>
public sealed class PlasticPart(int core, int plastic, int[] places)
{
    /// <summary>Index into <see cref="ChipImage.Cores"/>.</summary>
    public int Core => core;

    /// <summary>Index into <see cref="CoreImage.Plastic"/>.</summary>
    public int Plastic => plastic;

    /// <summary>For each synapse, in the order of the core, its place in the order of logical ids.</summary>
    public ReadOnlySpan<int> Places => places;

    /// <summary>Brings values from the order of the core into that of logical ids.</summary>
    /// <param name="values">A value per synapse of the core; none when all are 0.</param>
    /// <param name="all">Receives them, among those of the other cores.</param>
    public void Gather(ReadOnlySpan<short> values, Span<short> all)
    {
        for (int synapse = 0; synapse < places.Length; synapse++)
        {
            all[places[synapse]] = values.IsEmpty ? (short)0 : values[synapse];
        }
    }

    /// <summary>Takes values of the core, in its order, from those of all cores.</summary>
    /// <param name="all">A value per synapse in the order of logical ids; none when all are 0.</param>
    public short[] Scatter(ReadOnlySpan<short> all)
    {
        if (all.IsEmpty)
        {
            return [];
        }

        short[] values = new short[places.Length];
        for (int synapse = 0; synapse < places.Length; synapse++)
        {
            values[synapse] = all[places[synapse]];
        }

        return values;
    }
}
