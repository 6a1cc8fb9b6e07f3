Console.WriteLine("ganglion");
return 0;
