namespace Ganglion.ChipSpec.Image.Learned;

/// <summary>Brings the weights of a plastic projection to where spikes find them.</summary>
public static class PlasticContributions
{
    /// <summary>Writes what spikes add, <c>weight · 2^exponent</c>, rounded down, into the rows of the projection.</summary>
    /// <param name="memory">Synapse memory of the core; its arrays are changed.</param>
    /// <param name="plastic">The projection, with its weights.</param>
    public static void Write(SynapseMemory memory, PlasticProjectionImage plastic)
    {
        int synapse = 0;
        foreach (PlasticRow row in plastic.Rows)
        {
            SynapseRow place = memory.Rows[row.Axon];
            for (int i = place.Start; i < place.Start + place.Length; i++)
            {
                int contribution = Of(plastic.Weights[synapse++], plastic.WeightExponent);
                if (place.Form == RowForm.Dense)
                {
                    memory.Dense[i] = (short)contribution;
                }
                else
                {
                    memory.Words[i] = (memory.Words[i] & ushort.MaxValue) | ((uint)contribution << 16);
                }
            }
        }
    }

    /// <summary>What a spike adds.</summary>
    /// <param name="weight">Weight, −256 to 255.</param>
    /// <param name="exponent">Exponent, −8 to 7.</param>
    public static int Of(int weight, int exponent) => exponent >= 0 ? weight << exponent : weight >> -exponent;
}
