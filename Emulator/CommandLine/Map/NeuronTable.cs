using System.Globalization;
using Ganglion.ChipSpec.Identifiers;
using Ganglion.ChipSpec.Image;
using Ganglion.ChipSpec.Spec;
using Ganglion.CommandLine.Results;

namespace Ganglion.CommandLine.Map;

/// <summary><c>neurons.csv</c>: every neuron with its element in the model and its place on the chip.</summary>
internal static class NeuronTable
{
    private const string Header = "id,population,neuron,index,element,output,core,tile,x,y,compartment,axons";

    /// <summary>Writes the table.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="name">Name in the folder.</param>
    /// <param name="map">What to show.</param>
    public static void Write(string folder, string name, NetworkMap map)
    {
        ChipImage image = map.Image;
        (int Core, int Compartment)[] places = Places(image);
        using var file = new CsvFile(folder, name, Header);
        Dictionary<int, SourceImage> sources = image.Sources.ToDictionary(source => source.Population);
        for (int p = 0; p < image.Populations.Count; p++)
        {
            PopulationImage population = image.Populations[p];
            string quoted = CsvFile.Quote(population.Name);
            string element = CsvFile.Quote(ModelElement.Of(map.Source, population));
            for (int neuron = 0; neuron < population.Count; neuron++)
            {
                int id = population.FirstNeuron + neuron;
                file.Add(id).Add(quoted).Add(neuron).Add(IndexOf(neuron, population.Shape)).Add(element).Add(population.IsOutput ? "yes" : "no");
                if (sources.TryGetValue(p, out SourceImage? source))
                {
                    file.Add("").Add("").Add("").Add("").Add("").Add(Axons(source.AxonsOut, neuron)).EndRow();
                }
                else
                {
                    (int index, int compartment) = places[id];
                    CoreImage core = image.Cores[index];
                    Mesh mesh = map.Chip.Mesh;
                    int tile = mesh.TileOf(new CoreId(core.Core));
                    file.Add(core.Core).Add(tile).Add(mesh.X(tile)).Add(mesh.Y(tile)).Add(compartment).Add(Axons(core.AxonsOut, compartment)).EndRow();
                }
            }
        }

        file.Complete();
    }

    private static (int Core, int Compartment)[] Places(ChipImage image)
    {
        var places = new (int, int)[image.Populations.Sum(population => population.Count)];
        for (int core = 0; core < image.Cores.Count; core++)
        {
            foreach (CompartmentRun run in image.Cores[core].Runs)
            {
                int first = image.Populations[run.Population].FirstNeuron + run.FirstNeuron;
                for (int i = 0; i < run.Count; i++)
                {
                    places[first + i] = (core, run.FirstCompartment + i);
                }
            }
        }

        return places;
    }

    private static int Axons(AxonTable table, int neuron) => table.First[neuron + 1] - table.First[neuron];

    /// <summary>Index in the shape, outermost dimension first, separated by spaces.</summary>
    private static string IndexOf(int neuron, int[] shape)
    {
        string[] index = new string[shape.Length];
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            (neuron, int position) = Math.DivRem(neuron, shape[dimension]);
            index[dimension] = position.ToString(CultureInfo.InvariantCulture);
        }

        return string.Join(' ', index);
    }
}
