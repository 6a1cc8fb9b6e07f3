using CsCheck;
using Ganglion.CommandLine.Results;

namespace Ganglion.EndToEnd.Tests.CommandLine;

public sealed class RasterGridTests
{
    [Fact]
    public void A_spike_stands_in_the_row_of_its_neuron_and_the_column_of_its_timestep()
    {
        var grid = new RasterGrid(neurons: 4, maximumRows: 10, columns: 8);

        grid.Add(3, [2]);

        Assert.Equal((4, 4, 1L), (grid.Rows, grid.UsedColumns, grid.TimestepsPerColumn));
        Assert.Equal(1, grid[2, 3]);
    }

    [Fact]
    public void Columns_are_joined_when_time_runs_out()
    {
        var grid = new RasterGrid(neurons: 1, maximumRows: 1, columns: 4);
        for (int timestep = 0; timestep < 9; timestep++)
        {
            grid.Add(timestep, [0]);
        }

        Assert.Equal((3, 4L), (grid.UsedColumns, grid.TimestepsPerColumn));
        Assert.Equal([4, 4, 1], [grid[0, 0], grid[0, 1], grid[0, 2]]);
    }

    [Fact]
    public void No_spike_is_lost_whatever_the_size() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 50], Gen.Int[0, 999].Array[0, 20].Array[1, 100]).Sample((neurons, rows, steps) =>
        {
            var grid = new RasterGrid(neurons, rows, columns: 16);
            for (int timestep = 0; timestep < steps.Length; timestep++)
            {
                grid.Add(timestep, [.. steps[timestep].Select(neuron => neuron % neurons)]);
            }

            int drawn = Enumerable.Range(0, grid.Rows).Sum(row => Enumerable.Range(0, grid.UsedColumns).Sum(column => grid[row, column]));
            Assert.Equal(steps.Sum(spikes => spikes.Length), drawn);
        });
}
